import formFile from "../../resources/forms/gongkai-2014.json";
import sample from "../../resources/samples/示范街道2018年报告.json";
import { loadForm } from "../../src/core/form/load.ts";
import type { Report } from "../../src/core/report/report.ts";
import { SumSheet } from "../sums.ts";

/** An input for each number of our sample, HyperFormula with the form's relations, and a list of those that are broken. */
const loaded = loadForm(formFile);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const sheet = new SumSheet(loaded.form, sample as unknown as Report);
const list = document.querySelector("#broken");

function show(): void {
  const items = [...sheet.broken()].map((code) => Object.assign(document.createElement("li"), { textContent: code }));
  list?.replaceChildren(...items);
}

for (const { key, cells } of sample.tables) {
  for (const { row, column, value } of cells) {
    const input = Object.assign(document.createElement("input"), { id: column === "value" ? row : "", value });
    input.addEventListener("focus", () => input.select());
    input.addEventListener("input", () => {
      sheet.set({ table: key, row, column, at: [0, 0], value: Number(input.value) });
      show();
      // The next digit replaces it.
      input.select();
    });
    document.querySelector("#cells")?.append(input);
  }
}
show();
