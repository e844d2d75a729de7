import { describe, expect, it } from "vitest";
import { filesNamed } from "./arguments.ts";

describe("files named at the start", () => {
  it("are what is no switch, behind the app's folder in development", () => {
    const argv = ["/opt/electron", "--no-sandbox", ".", "--inspect=0", "report.docx", "/data/table.xlsx"];
    expect(filesNamed(argv, false, "/home/clerk")).toEqual(["/home/clerk/report.docx", "/data/table.xlsx"]);
  });

  it("come right after the program in a package", () => {
    expect(filesNamed(["/opt/nianbao", "report.docx"], true, "/home/clerk")).toEqual(["/home/clerk/report.docx"]);
  });

  it("are none where none is named", () => {
    expect(filesNamed(["/opt/electron", "."], false, "/")).toEqual([]);
    expect(filesNamed(["/opt/nianbao"], true, "/")).toEqual([]);
  });
});
