import type { App, Session, WebContents } from "electron";
import { ORIGIN } from "./assets.ts";

/**
 * Every page and every session, whoever makes it: the program itself needs but one of each. Must run before `ready`,
 * which makes the first session.
 */
export function guardApp(app: App): void {
  app.on("session-created", guardSession);
  app.on("web-contents-created", (_event, contents) => guardContents(contents));
}

/** Denies whatever a page could ask for beyond showing itself: permissions, devices, downloads, the network. */
function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // Off alone, it still fetches the dictionary of its language.
  session.setSpellCheckerLanguages([]);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwn(url) }));
  void session.setProxy({ mode: "direct" });
}

/** No leaving, no new windows, no embedded pages. */
function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  // WebRTC asks its servers past the session's guards; without UDP and without names to resolve it reaches none.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}

/** True for the addresses of our own pages. */
export function isOwn(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`);
}
