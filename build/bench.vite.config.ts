import { resolve } from "node:path";
import { defineConfig } from "vite";

const root = resolve(import.meta.dirname, "../bench/pages");

/** The peers' pages of the bench, built as our own window is. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: resolve(import.meta.dirname, "../out/bench"),
    target: "chrome130",
    minify: true,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: ["empty", "text", "grid", "matrix", "sums"].map((name) => resolve(root, `${name}.html`)),
    },
  },
});
