/** Nobody listens there: what these addresses are asked for is refused at once. */
const NOWHERE = 'http://127.0.0.1:9/';

/** A later `--disable-features` replaces an earlier one, so this holds what Playwright's own list needs too. */
const DISABLED_FEATURES = [
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'MediaRouter',
  'SigninInterceptBubble',
  'AimEnabled',
  'PreconnectToSearch',
  'Translate',
  'AutofillServerCommunication',
];

/** Arguments with which Chromium asks nobody for updates, accounts or the time. Measured with 156. */
const QUIET_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--metrics-recording-only',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--allow-browser-signin=false',
  `--gaia-url=${NOWHERE}`,
  `--google-base-url=${NOWHERE}`,
  `--component-updater=url-source=${NOWHERE}`,
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
  '--disable-extensions-http-throttling',
];

/** Where the browser itself looks for dictionaries when somebody types. It gets no address, so it can ask nobody. */
const OF_THE_BROWSER = 'MAP redirector.gvt1.com ~NOTFOUND';

/** Sends every host but this machine to a port on it, where a sinkhole writes down who was called. */
function sinkholeArgs(port) {
  const rules = [OF_THE_BROWSER, `MAP * 127.0.0.1:${port}`, 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return [`--host-resolver-rules=${rules.join(', ')}`];
}

/** Chromium refuses to run as root inside its sandbox; everybody else keeps the sandbox. */
function sandboxArgs() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * What every browser of the project is started with: the sandbox where it can be had, no calls home, and every other
 * host sent to the sinkhole whose port is in COUNTERSIGN_SINKHOLE, when a test run has one.
 */
export function browserArgs(sinkholePort = process.env.COUNTERSIGN_SINKHOLE) {
  return [...sandboxArgs(), ...QUIET_ARGS, ...(sinkholePort ? sinkholeArgs(Number(sinkholePort)) : [])];
}
