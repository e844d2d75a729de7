/**
 * Which way the arrows run (ARCHITECTURE.md), and which packages each room of the house may use.
 * The TypeScript projects hold what a room may name of its surroundings (DOM, Node); this file holds the rest.
 */

/** The rooms: which others each may import, which npm packages, and whether Node's own modules. */
const ROOMS = {
  core: { rooms: [], packages: ["zod"], node: false },
  contract: { rooms: ["core"], packages: ["zod"], node: false },
  formats: {
    rooms: ["core"],
    packages: ["@e965/xlsx", "docx", "exceljs", "jszip", "pdfjs-dist", "yauzl"],
    node: true,
  },
  // The store and main speak in words that stand in the contract.
  store: { rooms: ["core", "contract"], packages: ["better-sqlite3", "zod"], node: true },
  main: { rooms: ["core", "contract"], packages: ["electron", "zod"], node: true },
  preload: { rooms: ["contract"], packages: ["electron"], node: false },
  // zod: the page tells it that eval is forbidden there; the schemas themselves are the contract's.
  renderer: { rooms: ["core", "contract"], packages: ["@tiptap/[a-z-]+", "react", "react-dom", "zod"], node: false },
  cli: { rooms: ["core", "formats"], packages: [], node: true },
};

/** What tests may use on top, in every room. */
const TEST_PACKAGES = ["@xmldom/xmldom", "vitest", "fast-check"];

/** Tests and what only they use. They keep to the arrows between rooms, but may read files and use test tools. */
const TEST = "\\.test\\.tsx?$|/fixture\\.ts$";

/** The entries of the utility processes name Electron's types, for the port to main. */
const PROCESS_ENTRY = "^src/(formats|store)/process\\.ts$";

const anyOf = (names) => `(${names.join("|").replaceAll("/", "\\/")})`;
const packagePath = (names) => `(^|/)node_modules/(@types/)?${anyOf(names)}/`;

const roomRules = Object.entries(ROOMS).flatMap(([room, { rooms, packages, node }]) => [
  {
    name: `${room}-arrows`,
    comment: `${room} imports ${rooms.length === 0 ? "nothing of the house" : `${rooms.join(" and ")} only`}.`,
    severity: "error",
    from: { path: `^src/${room}/` },
    to: { path: "^src/", pathNot: `^src/${anyOf([room, ...rooms])}/` },
  },
  {
    name: `${room}-packages`,
    comment: `Packages of ${room}: ${packages.join(", ") || "none"}.`,
    severity: "error",
    from: { path: `^src/${room}/`, pathNot: [TEST, PROCESS_ENTRY] },
    to: {
      dependencyTypesNot: ["core", "local", "localmodule", "aliased"],
      pathNot: ["^(src|resources|test|build|bench)/", ...(packages.length > 0 ? [packagePath(packages)] : [])],
    },
  },
  {
    name: `${room}-test-packages`,
    comment: `The tests of ${room} use its packages and ${TEST_PACKAGES.join(", ")}.`,
    severity: "error",
    from: { path: `^src/${room}/.*(${TEST})` },
    to: {
      dependencyTypesNot: ["core", "local", "localmodule", "aliased"],
      pathNot: ["^(src|resources|test|build|bench)/", packagePath([...packages, ...TEST_PACKAGES])],
    },
  },
  ...(node
    ? []
    : [
        {
          name: `${room}-no-node`,
          comment: `${room} uses nothing of Node's own.`,
          severity: "error",
          from: { path: `^src/${room}/`, pathNot: TEST },
          to: { dependencyTypes: ["core"] },
        },
      ]),
]);

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: "preload-names-only",
      comment: "The preload takes the channel names from the contract, and no schema with it.",
      severity: "error",
      from: { path: "^src/preload/" },
      to: { path: "^src/contract/", pathNot: "^src/contract/channels\\.ts$" },
    },
    {
      name: "process-entry-packages",
      comment: "The entry of a utility process uses no package but Electron's types.",
      severity: "error",
      from: { path: PROCESS_ENTRY },
      to: { path: "node_modules/", pathNot: packagePath(["electron"]) },
    },
    {
      name: "pure-rooms-read-no-data",
      comment: "Forms and presets are handed to core, contract and formats; they fetch none.",
      severity: "error",
      from: { path: "^src/(core|contract|formats)/", pathNot: TEST },
      to: { path: "^resources/" },
    },
    {
      name: "not-to-development",
      comment: "What is shipped imports nothing of the tests, the bench or the build scripts.",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { path: `^(build|bench|test)/|${TEST}` },
    },
    {
      name: "not-to-build",
      comment: "The development runtime can never reach a package: nothing under src imports build/.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^build/" },
    },
    {
      name: "every-room-has-rules",
      comment: "A new room in src needs its arrows stated above.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/${anyOf(Object.keys(ROOMS))}/` },
      to: {},
    },
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nothing imports and that imports nothing is forgotten.",
      severity: "error",
      from: { orphan: true, pathNot: ["\\.d\\.ts$", TEST] },
      to: {},
    },
    {
      name: "resolvable",
      comment: "Every import leads somewhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Type imports are arrows too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types", "default"] },
  },
};
