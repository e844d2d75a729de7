import "./no-eval.ts";

import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { begin } from "./state/actions.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/workbench.css";
import "./styles/paper.css";
import "./styles/editor.css";
import "./styles/section-table.css";
import "./styles/grid.css";
import "./styles/grid-bar.css";
import "./styles/grid-selection.css";
import "./styles/annex.css";
import "./styles/findings.css";
import "./styles/record.css";
import "./styles/home.css";
import "./styles/forced.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(<App />);
void begin();
