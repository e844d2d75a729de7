import { defineConfig } from "vite";
import { testedForms } from "./tested-forms.mjs";

/** The command line as one small bundle with all that it needs: plain Node, no node_modules beside it. */
export default defineConfig({
  publicDir: false,
  define: { TESTED_FORMS: JSON.stringify(testedForms()) },
  ssr: { noExternal: true },
  build: {
    ssr: "src/cli/index.ts",
    outDir: "out/cli",
    target: "node20.11",
    minify: true,
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: {
      // Named in a branch of exceljs' unzipper that nothing here reaches.
      external: ["@aws-sdk/client-s3"],
      // All beside index.js: the code finds `resources` from where it lies.
      output: { chunkFileNames: "[name]-[hash].js" },
    },
  },
});
