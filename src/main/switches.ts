import type { App } from "electron";

/** Parts of Chromium that would look for the network by themselves. */
const FEATURES_OFF = [
  "AutofillServerCommunication",
  "CertificateTransparencyComponentUpdater",
  "DialMediaRouteProvider",
  "DnsOverHttps",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "Translate",
];

/**
 * Command-line switches that keep Chromium off the network, also where the page itself has no say. Must run
 * before `ready`.
 */
export function appendSwitches(app: App): void {
  for (const name of [
    "disable-background-networking",
    "disable-component-update",
    "disable-domain-reliability",
    "disable-sync",
    "disable-client-side-phishing-detection",
    "dns-prefetch-disable",
    "no-pings",
    "no-proxy-server",
  ]) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-features", FEATURES_OFF.join(","));
  app.commandLine.appendSwitch("lang", "zh-CN");
}

/** Switches by which a program is looked into or loses its guards. */
const DEVELOPMENT = [
  "remote-debugging-port",
  "remote-debugging-pipe",
  "remote-debugging-address",
  "disable-web-security",
  "allow-running-insecure-content",
  "load-extension",
  "js-flags",
  "log-net-log",
];

/** In a package nobody attaches a debugger: what the command line says of it is taken away. Must run before `ready`. */
export function refuseDevelopment(app: App): void {
  if (app.isPackaged) for (const name of DEVELOPMENT) app.commandLine.removeSwitch(name);
}
