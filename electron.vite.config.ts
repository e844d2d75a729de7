import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const here = (path: string) => resolve(import.meta.dirname, path);

/**
 * Targets are set by hand, so that one bundle runs on the product's Electron and on the older stand-in that
 * tests use where the product's cannot be fetched. All is bundled but the database: of node_modules
 * a package carries that alone.
 */
export default defineConfig({
  main: {
    build: {
      target: "node20",
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: here("src/main/index.ts"),
          formats: here("src/formats/process.ts"),
          store: here("src/store/process.ts"),
        },
        // exceljs pulls in a zip reader that knows cloud storage; nothing here ever asks for it. The database's
        // package brings a binary of its own and stays a package.
        external: ["@aws-sdk/client-s3", "better-sqlite3"],
        output: { format: "es", entryFileNames: "[name].js" },
      },
    },
  },
  preload: {
    build: {
      target: "node20",
      externalizeDeps: false,
      rollupOptions: {
        input: { index: here("src/preload/index.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: here("src/renderer"),
    plugins: [react()],
    build: {
      target: "chrome130",
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: here("src/renderer/index.html") } },
    },
  },
});
