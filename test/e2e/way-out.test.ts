import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { connect, createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OpenApp, openApp } from "./window-app.ts";

/** Listens on this machine for whatever a page that was taken over might send out, by any way that a page has. */
let open: OpenApp;
let tcp: Server;
let udp: Socket;
let heard: string[] = [];

beforeAll(async () => {
  tcp = createServer((socket) => {
    heard.push("TCP");
    socket.destroy();
  }).listen(0, "127.0.0.1");
  udp = createSocket("udp4", () => heard.push("UDP"));
  udp.bind(0, "127.0.0.1");
  await Promise.all([once(tcp, "listening"), once(udp, "listening")]);
  open = await openApp();
});

afterAll(async () => {
  await open.close();
  tcp.close();
  udp.close();
});

interface Target {
  readonly http: string;
  readonly socket: string;
  readonly stun: string;
  readonly turn: string;
  readonly quic: string;
}

function target(): Target {
  const address = tcp.address();
  if (address === null || typeof address === "string") throw new Error("the listener has no port");
  const [stream, datagram] = [`127.0.0.1:${address.port}`, `127.0.0.1:${udp.address().port}`];
  return {
    http: `http://${stream}/x`,
    socket: `ws://${stream}/`,
    stun: `stun:${datagram}`,
    turn: `turn:${stream}?transport=tcp`,
    quic: `https://${datagram}/`,
  };
}

/** Each runs in the page by itself; that one throws or is rejected is as good as that nothing comes of it. */
const WAYS: Readonly<Record<string, (to: Target) => unknown>> = {
  fetch: ({ http }) => fetch(http, { mode: "no-cors" }),
  XMLHttpRequest: ({ http }) => {
    const request = new XMLHttpRequest();
    request.open("GET", http);
    request.send();
  },
  sendBeacon: ({ http }) => navigator.sendBeacon(http, "text"),
  WebSocket: ({ socket }) => new WebSocket(socket),
  EventSource: ({ http }) => new EventSource(http),
  WebTransport: ({ quic }) => new WebTransport(quic).ready,
  "WebRTC over UDP": async ({ stun }) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: stun }] });
    peer.createDataChannel("way out");
    await peer.setLocalDescription(await peer.createOffer());
  },
  "WebRTC over TCP": async ({ turn }) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: turn, username: "a", credential: "b" }] });
    peer.createDataChannel("way out");
    await peer.setLocalDescription(await peer.createOffer());
  },
  image: ({ http }) => {
    new Image().src = http;
  },
  video: ({ http }) => document.body.append(Object.assign(document.createElement("video"), { src: http })),
  iframe: ({ http }) => document.body.append(Object.assign(document.createElement("iframe"), { src: http })),
  object: ({ http }) => document.body.append(Object.assign(document.createElement("object"), { data: http })),
  embed: ({ http }) => document.body.append(Object.assign(document.createElement("embed"), { src: http })),
  script: ({ http }) => document.body.append(Object.assign(document.createElement("script"), { src: http })),
  "module import": ({ http }) => import(http),
  worker: ({ http }) => new Worker(http),
  "service worker": ({ http }) => navigator.serviceWorker.register(http),
  "style sheet and font": ({ http }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `@font-face { font-family: f; src: url(${http}) } body { font-family: f; background: url(${http}) }`,
    );
    document.adoptedStyleSheets = [sheet];
  },
  links: ({ http }) => {
    for (const rel of [
      "preconnect",
      "dns-prefetch",
      "prefetch",
      "preload",
      "modulepreload",
      "stylesheet",
      "icon",
      "manifest",
    ])
      document.head.append(Object.assign(document.createElement("link"), { rel, href: http, as: "image" }));
  },
  "speculation rules": ({ http }) => {
    const rules = Object.assign(document.createElement("script"), { type: "speculationrules" });
    rules.textContent = JSON.stringify({ prefetch: [{ source: "list", urls: [http] }] });
    document.head.append(rules);
  },
  form: ({ http }) => {
    const form = Object.assign(document.createElement("form"), { action: http, method: "post" });
    document.body.append(form);
    form.submit();
  },
  ping: ({ http }) => {
    const link = Object.assign(document.createElement("a"), { href: "#here", ping: http });
    document.body.append(link);
    link.click();
  },
  "new window": ({ http }) => window.open(http),
  navigation: ({ http }) => location.assign(http),
};

it("the listener hears who calls", async () => {
  const { http, stun } = target();
  connect(Number(new URL(http).port), "127.0.0.1");
  const caller = createSocket("udp4");
  caller.send("text", Number(stun.split(":").at(-1)), "127.0.0.1", () => caller.close());
  await expect.poll(() => [...heard].sort()).toEqual(["TCP", "UDP"]);
  heard = [];
});

it.each(Object.entries(WAYS))("nothing comes of %s", async (_name, way) => {
  const { page } = open;
  const run = page.evaluate(way, target()).catch(() => {});
  // Long enough for a connection on this machine; what comes later is heard by the tests after this one.
  await Promise.all([Promise.race([run, page.waitForTimeout(200)]), page.waitForTimeout(200)]);
  expect(heard).toEqual([]);
  expect(page.url().replace("#here", "")).toBe("app://nianbao/index.html");
});

it("nothing comes later", async () => {
  await open.page.waitForTimeout(2_000);
  expect(heard).toEqual([]);
});
