import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import {
  type EnrolBegin,
  type EnrolBegun,
  type EnrolFinish,
  type EnrolFinished,
  enrolBeginSchema,
  enrolBegunSchema,
  enrolFinishedSchema,
  enrolFinishSchema,
  lanPaths,
} from '#shared/api/lan.ts';
import type { Standing } from '#shared/domain/terminals/standing.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { refusalBody, statusOf } from './lan-refusal.ts';
import { addressOf } from './lan-socket.ts';

/** Who pairs terminals: the office. Both throw PAIRING_CLOSED, PAIRING_CODE_WRONG or a refusal of the protocol. */
export type EnrolmentDesk = {
  beginEnrolment(asked: EnrolBegin): Promise<EnrolBegun>;
  finishEnrolment(asked: EnrolFinish, address: string): Promise<EnrolFinished>;
};

const LARGEST_BODY = 4 * 1024;

/** Answers what is no WebSocket: whether the host is there, in which epoch it serves, and the two steps of pairing. */
export async function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  { desk, standing }: { readonly desk: EnrolmentDesk; readonly standing: Standing | undefined },
  withinLimits: () => Promise<void>,
): Promise<void> {
  const say = (status: number, body: string): void => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(body);
  };
  const asked = `${request.method} ${request.url}`;
  if (asked === `GET ${lanPaths.health}`) return say(200, '{"ok":true}');
  try {
    await withinLimits();
    if (asked === `GET ${lanPaths.standing}` && standing !== undefined) return say(200, JSON.stringify(standing));
    const address = addressOf(request.socket);
    if (asked === `POST ${lanPaths.enrolBegin}`) {
      const begun = await desk.beginEnrolment(await bodyOf(request, enrolBeginSchema));
      return say(200, JSON.stringify(enrolBegunSchema.parse(begun)));
    }
    if (asked === `POST ${lanPaths.enrolFinish}`) {
      const finished = await desk.finishEnrolment(await bodyOf(request, enrolFinishSchema), address);
      return say(200, JSON.stringify(enrolFinishedSchema.parse(finished)));
    }
    throw new DomainError('NOT_FOUND');
  } catch (error) {
    if (error instanceof TooLarge) {
      response.once('finish', () => request.destroy());
      return say(413, refusalBody(new DomainError('INVALID_INPUT')));
    }
    if (!(error instanceof DomainError)) throw error;
    say(statusOf(error), refusalBody(error));
  }
}

class TooLarge extends Error {}

async function bodyOf<T extends z.ZodType>(request: IncomingMessage, schema: T): Promise<z.output<T>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BODY) throw new TooLarge();
    parts.push(part);
  }
  try {
    return schema.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
  } catch {
    throw new DomainError('INVALID_INPUT');
  }
}
