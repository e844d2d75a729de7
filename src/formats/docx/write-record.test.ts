import { expect, it } from "vitest";
import { CLEAN_2014, reportWith } from "../../../test/forms/tables.ts";
import { form2014, shippedPreset } from "../../../test/support/forms.ts";
import { recordPaper } from "../../core/record/paper.ts";
import { checkRecord } from "../../core/record/record.ts";
import { readDocx } from "./read.ts";
import { writeRecordDocx } from "./write-record.ts";

it("a check record in Word says all that its paper says", async () => {
  const report = { ...reportWith(form2014, { ...CLEAN_2014, "3.1": "4", "6": "" }), unit: "试验街道", year: 2018 };
  const occasion = { program: "1.2.3", at: "2019-01-18T04:00:00Z", files: ["年报.docx"] };
  const paper = recordPaper(checkRecord(report, form2014, occasion));
  const { value } = await readDocx(await writeRecordDocx(paper, shippedPreset()));
  const text = JSON.stringify(value);
  const said = [
    paper.title,
    paper.subject,
    ...paper.facts.flatMap(({ name, value: fact }) => [name, fact]),
    ...paper.parts.flatMap(({ heading, columns, rows }) => [
      heading.slice(2),
      ...(rows.length === 0 ? ["无。"] : [...columns.map(({ name }) => name), ...rows.flat()]),
    ]),
    ...paper.signOff,
  ];
  expect(said.filter((one) => !text.includes(one))).toEqual([]);
});
