import { join } from "node:path";
import { expect, test } from "vitest";
import { launch, ROOT } from "./launch.ts";

test("the built app opens its window on the file it is given, in a user folder of its own", async () => {
  const { app, page, close } = await launch({ files: [join(ROOT, "package.json")] });
  try {
    await page.getByText("package.json").first().waitFor();
    expect(await app.evaluate((electron) => electron.app.getPath("userData"))).toContain("nianbao-user-");
    expect(await app.evaluate((electron) => electron.app.getName())).toBe("年报通");
  } finally {
    await close();
  }
});
