import { spawnSync } from "node:child_process";
import { run, say, which } from "./command.mjs";

/**
 * @typedef {object} Need
 * @property {string} what        for the person: what is missing
 * @property {string[]} packages  Debian's names
 * @property {() => boolean} met
 */

/** What the window needs to open at all. @type {Need[]} */
const WINDOW = [
  { what: "GTK 3", packages: ["libgtk-3-0"], met: () => hasLibrary("libgtk-3.so.0") },
  { what: "NSS", packages: ["libnss3"], met: () => hasLibrary("libnss3.so") },
  { what: "ALSA", packages: ["libasound2"], met: () => hasLibrary("libasound.so.2") },
  { what: "GBM", packages: ["libgbm1"], met: () => hasLibrary("libgbm.so.1") },
  { what: "a Chinese font", packages: ["fonts-noto-cjk"], met: hasChineseFont },
];

/** A display for machines that have none. @type {Need[]} */
const DISPLAY = [
  { what: "Xvfb", packages: ["xvfb"], met: () => which("Xvfb") !== undefined && which("xvfb-run") !== undefined },
  { what: "xauth", packages: ["xauth"], met: () => which("xauth") !== undefined },
];

/** What builds better-sqlite3 for the stand-in. @type {Need[]} */
const COMPILER = [
  { what: "make", packages: ["make"], met: () => which("make") !== undefined },
  { what: "a C++ compiler", packages: ["g++"], met: () => which("g++") !== undefined },
  { what: "Python 3", packages: ["python3"], met: () => which("python3") !== undefined },
];

/** What checks the documents that the program writes: never the program itself. @type {Need[]} */
const DOCUMENTS = [
  { what: "LibreOffice", packages: ["libreoffice-writer", "libreoffice-calc"], met: hasLibreOffice },
  { what: "pdftotext", packages: ["poppler-utils"], met: () => which("pdftotext") !== undefined },
  // Writes documents of its own for the readers to read.
  { what: "pandoc", packages: ["pandoc"], met: () => which("pandoc") !== undefined },
];

/** What the test of the network watches with; without it that test watches in a weaker way, and says so. @type {Need[]} */
const TRACE = [{ what: "strace", packages: ["strace"], met: () => which("strace") !== undefined }];

const NEEDS = { window: WINDOW, display: DISPLAY, compiler: COMPILER, documents: DOCUMENTS, trace: TRACE };

/** @returns {boolean} whether somebody can see a window here */
export const hasDisplay = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Makes sure that the system packages for the named purposes are there. Says nothing when they are.
 * As root on Debian they are installed; otherwise the error names them with the exact command.
 *
 * @param {readonly (keyof typeof NEEDS)[]} purposes
 * @throws {Error} one line
 */
export function ensurePackages(purposes) {
  if (process.platform !== "linux") return;
  const missing = purposes.flatMap((purpose) => NEEDS[purpose]).filter((need) => !need.met());
  if (missing.length === 0) return;
  const packages = missing.flatMap((need) => need.packages);
  const command = `apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  const names = missing.map((need) => need.what).join(", ");
  if (!canInstall()) {
    throw new Error(`Missing: ${names}. Install with: sudo ${command}`);
  }
  say(`Installing ${names}: ${command}`);
  install(command);
  libraries = undefined;
  const still = missing.filter((need) => !need.met());
  if (still.length > 0) throw new Error(`Installed, but still missing: ${still.map((need) => need.what).join(", ")}.`);
}

/** The same for what is only wished for: where it cannot be installed, nothing is said. */
export function wishPackages(purposes) {
  if (!canInstall()) return;
  try {
    ensurePackages(purposes);
  } catch {
    // wished for, not needed
  }
}

const canInstall = () => process.getuid?.() === 0 && which("apt-get") !== undefined;

/** The package lists are fetched only where the install fails without: they may be there, and fresh. */
function install(command) {
  const [program, ...args] = command.split(" ");
  const options = { env: { DEBIAN_FRONTEND: "noninteractive" } };
  try {
    run(program, args, options);
  } catch {
    run(program, ["update", "-q"], options);
    run(program, args, options);
  }
}

/** @type {string | undefined} */
let libraries;

function hasLibrary(name) {
  libraries ??= spawnSync(which("ldconfig") ?? "/sbin/ldconfig", ["-p"], { encoding: "utf8" }).stdout ?? "";
  return libraries.includes(`\t${name} `);
}

function hasChineseFont() {
  const listed = spawnSync("fc-list", [":lang=zh", "file"], { encoding: "utf8" });
  return listed.status === 0 && listed.stdout.trim() !== "";
}

/** Writer and Calc come as separate packages: `soffice` alone may open nothing. */
function hasLibreOffice() {
  return which("soffice") !== undefined && which("lowriter") !== undefined && which("localc") !== undefined;
}
