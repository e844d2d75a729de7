/**
 * Sums up vitest's JSON report. Whatever keeps tests from running counts as a failure: no report, a file that
 * could not be loaded, no test at all, an error outside the tests, a skipped test that nothing excuses.
 *
 * @param {{ testResults: readonly FileResult[] } | undefined} report  undefined where vitest wrote none
 * @param {{ exitCode: number | null, samplesPresent: boolean }} run
 * @returns {{ lines: string[], passed: number, failed: number }} lines: to be printed before the sum
 *
 * @typedef {{ name: string, status: string, message?: string, assertionResults: readonly TestResult[] }} FileResult
 * @typedef {{ status: string, fullName: string, ancestorTitles: readonly string[] }} TestResult
 */
export function readReport(report, { exitCode, samplesPresent }) {
  if (report === undefined) return { lines: ["The test runner wrote no report."], passed: 0, failed: 1 };
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const count = (status) => tests.filter((test) => test.status === status).length;
  const passed = count("passed");
  let failed = count("failed");
  const lines = [];

  for (const file of report.testResults) {
    if (file.status !== "failed" || file.assertionResults.some((test) => test.status === "failed")) continue;
    failed++;
    lines.push(`Not loaded, or failed outside its tests: ${file.name}`);
  }
  const notRun = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
  const names = [...new Set(notRun.map((test) => test.ancestorTitles[0] ?? test.fullName))].join("; ");
  if (notRun.length > 0 && samplesPresent) {
    failed += notRun.length;
    lines.push(`Skipped, though nothing is missing: ${names}`);
  }
  if (passed + failed === 0) {
    failed = 1;
    lines.push("No test ran.");
  }
  if (exitCode !== 0 && failed === 0) {
    failed = 1;
    lines.push(`The test runner ended with ${exitCode ?? "a signal"}, though no test failed.`);
  }
  if (notRun.length > 0 && !samplesPresent) lines.push(`Not run, because ../shared is absent: ${names}`);
  return { lines, passed, failed };
}
