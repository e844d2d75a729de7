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
