/**
 * Loaded into Electron before the app, for Playwright: holds `ready` back until Playwright is attached, which then
 * calls `__playwright_run`. An app whose window comes up while Playwright attaches can keep it waiting for ever.
 * Playwright's own script of this kind also sets switches, which would hide what the app itself does of the network.
 */
const { app } = require("electron");

// The app reads its own arguments, and knows nothing of this script.
process.argv.splice(process.argv.indexOf("-r"), 2);

const ready = app.whenReady();
const emit = app.emit.bind(app);
let release;
const released = new Promise((resolve) => {
  release = resolve;
});
let readyArguments = [];

app.emit = (event, ...args) => {
  if (event !== "ready") return emit(event, ...args);
  readyArguments = args;
  return app.listenerCount("ready") > 0;
};
app.whenReady = () => released;

globalThis.__playwright_run = async () => {
  await ready;
  app.emit = emit;
  release();
  emit("ready", ...readyArguments);
};
