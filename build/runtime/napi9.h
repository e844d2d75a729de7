/*
 * better-sqlite3 is written for Node-API 10, where a reference may hold any value. Node-API 9 (the stand-in's) takes
 * only objects, functions and symbols, and answers napi_invalid_arg for a string or a number.
 * Included at the top of its one C++ file, this header puts such a value into a one-element array, and takes it out
 * again when the reference is read. The array carries a type tag, so nothing has to remember which references are boxes.
 */
#pragma once
#include <node_api.h>

namespace nianbao {

constexpr napi_type_tag kBox = {0x6e69616e62616f21, 0x626f782d6e617069};

inline bool CanBeReferenced(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_symbol;
}

inline napi_status CreateReference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (CanBeReferenced(type)) return napi_create_reference(env, value, count, result);

  napi_value box;
  if ((status = napi_create_array_with_length(env, 1, &box)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &kBox)) != napi_ok) return status;
  return napi_create_reference(env, box, count, result);
}

inline napi_status GetReferenceValue(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr) return status;

  napi_valuetype type;
  if ((status = napi_typeof(env, *result, &type)) != napi_ok) return status;
  if (type != napi_object) return napi_ok;

  bool is_box = false;
  if ((status = napi_check_object_type_tag(env, *result, &kBox, &is_box)) != napi_ok) return status;
  return is_box ? napi_get_element(env, *result, 0, result) : napi_ok;
}

}  // namespace nianbao

#define napi_create_reference nianbao::CreateReference
#define napi_get_reference_value nianbao::GetReferenceValue
