// Bundles what the pages load into webui/static/built: app.js and app.css with all that they import.
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outdir = here("../static/built");

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: [here("app.js"), here("app.css")],
  outdir,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome105", "firefox110", "safari16"],
  legalComments: "linked",
  logLevel: "warning",
});
