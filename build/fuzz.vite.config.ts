import { defineConfig } from "vite";

/** What the fuzz runs in Electron: the starting and ending of reading processes, without a window. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: "test/fuzz/app/main.ts",
    outDir: "out/fuzz",
    target: "node20",
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: { external: ["electron"] },
  },
});
