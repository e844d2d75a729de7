/**
 * Short names of the namespaces that office files use. Of Word's, Word writes the transitional ones; files saved as
 * "Strict Open XML" use those of purl.oclc.org. Both get the same short name, whatever prefix the file chose.
 */
const SHORT: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
  "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
  "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "urn:schemas-microsoft-com:vml": "v",
  "urn:schemas-microsoft-com:office:spreadsheet": "ss",
  "urn:schemas-microsoft-com:office:excel": "xl",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.microsoft.com/office/2006/xmlPackage": "pkg",
  "http://schemas.microsoft.com/office/word/2003/wordml": "w",
  "http://schemas.microsoft.com/aml/2001/core": "aml",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
  "http://www.w3.org/XML/1998/namespace": "xml",
  "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
  "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
  "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
  "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
  "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
  "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
  "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
};

/** The short name of a namespace; one that is not listed stands for itself, so that it collides with none. */
export function shortNamespace(uri: string): string {
  if (uri === "") return "";
  return Object.hasOwn(SHORT, uri) ? (SHORT[uri] ?? uri) : `{${uri}}`;
}
