import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Failure, sentenceOf } from "./failure.ts";
import { printLines } from "./print.ts";

const HELP = `年报通：政府信息公开工作年度报告的读入、校验和导出

用法  nianbao 命令 …

  import  文件… [--json]                              读一个文件，或同一份报告的几个文件
  check   文件 [--json]                               校验；有错误时退出码为 1
  export  文件 --to docx,xlsx,json --out 文件夹       写出报送文件
  new     文件 --year 年份 [--json]                   用往年的文件开始写新的一年
  explain 代码 [--json]                               解释一条校验结果
  form check 表样文件 [--json]                        检查一个表样文件能不能用

  --json     输出 JSON（供程序使用）
  --help     显示本说明
  --version  显示版本

能读：txt、csv、docx、xlsx、xls、et、pdf（文字版）、报告 JSON。读不了的文件退出码为 2，原因在一行里说明。`;

/** Verbs of the contract that a later version brings. */
const LATER = new Set(["verify", "collect"]);

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parse(argv);
  if (values.version) {
    printLines([await version()]);
    return 0;
  }
  const [verb, ...rest] = positionals;
  if (values.help || verb === undefined || verb === "help") {
    printLines([HELP]);
    return 0;
  }
  const json = values.json ?? false;
  // Each verb is loaded by itself, so that a quick one starts quickly.
  switch (verb) {
    case "import":
      return (await import("./verbs/import.ts")).importVerb(rest, { json });
    case "check":
      return (await import("./verbs/check.ts")).checkVerb(rest, { json });
    case "export":
      return (await import("./verbs/export.ts")).exportVerb(rest, { to: values.to, out: values.out });
    case "new":
      return (await import("./verbs/new.ts")).newVerb(rest, { json, year: values.year, form: values.form });
    case "explain":
      return (await import("./verbs/explain.ts")).explainVerb(rest, { json });
    case "form":
      return (await import("./verbs/form.ts")).formVerb(rest, { json });
    default:
      throw new Failure(
        LATER.has(verb) ? `这个版本还没有“${verb}”命令` : `不认识“${verb}”命令。nianbao --help 列出全部命令`,
      );
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
        to: { type: "string" },
        out: { type: "string" },
        year: { type: "string" },
        form: { type: "string" },
      },
    });
  } catch {
    throw new Failure("命令的写法不对。nianbao --help 列出全部命令和选项");
  }
}

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(import.meta.dirname, "..", "..", "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "0";
}

// A reader that closes the pipe early (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${sentenceOf(error).replaceAll("\n", " ")}\n`);
    process.exitCode = error instanceof Failure ? error.exitCode : 2;
  },
);
