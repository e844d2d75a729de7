import type { App, Session } from "electron";
import { ORIGIN } from "./assets.ts";

/** Denies whatever a page could ask for beyond showing itself: permissions, devices, downloads, the network. */
export async function guardSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwn(url) }));
  await session.setProxy({ mode: "direct" });
}

/** Every page, whoever makes it: no leaving, no new windows, no embedded pages. Must run before `ready`. */
export function guardContents(app: App): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-frame-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    // WebRTC asks its servers past the session's guards; without UDP and without names to resolve it reaches none.
    contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  });
}

/** True for the addresses of our own pages. */
export function isOwn(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`);
}
