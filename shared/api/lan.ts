import { z } from 'zod';

/**
 * Version of the language between the host of an office and its terminals. It is raised whenever a declaration changes so
 * that the other side could misunderstand it; host and terminal work together only when theirs are the same (decision 27).
 */
export const protocolVersion = 1;

/** What the host answers, all on one port, over TLS 1.3. */
export const lanPaths = {
  /** Says that it is there, and nothing else. */
  health: '/healthz',
  /** In which epoch it serves the office: read by another host of the same office, which may have been left behind. */
  standing: '/standing',
  enrolBegin: '/enrol/begin',
  enrolFinish: '/enrol/finish',
  /** The WebSocket of one window of a terminal. */
  office: '/office',
} as const;

/** Headers of the upgrade. */
export const lanHeaders = {
  protocol: 'x-zhiye-protocol',
  program: 'x-zhiye-program',
  /** Given with the upgrade, presented at the next one: the window gets its session back. */
  resume: 'x-zhiye-resume',
  /** The newest entry of the log: of the terminal, as it was told last; of the host, as it is. */
  head: 'x-zhiye-head',
  /** What the host says to the head of the terminal. */
  log: 'x-zhiye-log',
  /** The host that the terminal follows; given with the upgrade: the epoch of the office and the installation that serves it. */
  standing: 'x-zhiye-standing',
} as const;

/** Port of a host, unless another is chosen. */
export const usualPort = 8443;

const nonce = z.base64().max(64);

/** A terminal asks to be paired: its nonce. */
export const enrolBeginSchema = z.strictObject({ nonce });

/** The host presents itself; nothing of it is believed before both have proved that they know the code. */
export const enrolBegunSchema = z.strictObject({
  nonce,
  officeId: z.string().max(64),
  /** Certificate of the office's own authority, PEM. */
  authority: z.string().max(8_000),
});

/**
 * The terminal proves that it knows the code, and names itself. One that was paired before says which it was by the hash
 * of its token: the token itself is for nobody who has not proved yet that he is the host.
 */
export const enrolFinishSchema = z.strictObject({
  nonce,
  hostNonce: nonce,
  proof: z.base64().max(64),
  name: z.string().trim().min(1).max(40),
  program: z.string().max(40),
  protocol: z.int().min(1),
  formerly: z.hex().length(64).nullable(),
});

/** The host proves the same, and gives the terminal its token. */
export const enrolFinishedSchema = z.strictObject({
  token: z.string().max(100),
  proof: z.base64().max(64),
  terminalId: z.int(),
  officeName: z.string(),
});

/** As what a host presents itself. */
export const standingSchema = z.strictObject({ epoch: z.int().min(0), host: z.string().max(64) });

/** A refusal outside of the router, as the body of an answer. */
export const lanRefusalSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export type EnrolBegin = z.output<typeof enrolBeginSchema>;
export type EnrolBegun = z.output<typeof enrolBegunSchema>;
export type EnrolFinish = z.output<typeof enrolFinishSchema>;
export type EnrolFinished = z.output<typeof enrolFinishedSchema>;
