import { text } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

type Answer = { status: number } | 'accept' | 'cut' | 'hang';

/** What the server does with the next mails; what is left out is accepted. */
export type MailServerPlan = {
  connection?: Answer;
  from?: Answer;
  recipient?: Answer;
  data?: Answer;
};

export type MailServer = {
  /** For SMTP_URL. */
  url: string;
  plan: MailServerPlan;
  /** The mails that the server has read to their end, whatever it said about them. */
  mails: ParsedMail[];
  /** The envelopes of these mails. */
  recipients: string[];
  close(): Promise<void>;
};

type Respond = (error?: Error | null) => void;

/** Starts a real mail server on this machine, which does as planned. With a user it asks for this password. */
export async function startMailServer(login?: { user: string; password: string }): Promise<MailServer> {
  const running: MailServer = { url: '', plan: {}, mails: [], recipients: [], close: async () => undefined };
  const server = new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, callback) =>
      username === login?.user && password === login?.password
        ? callback(null, { user: username })
        : callback(refuse(535)),
    onConnect: (session, callback) => answer(running.plan.connection, session.id, callback),
    onMailFrom: (_address, session, callback) => answer(running.plan.from, session.id, callback),
    onRcptTo: (_address, session, callback) => answer(running.plan.recipient, session.id, callback),
    onData: async (stream, session, callback) => {
      const content = await text(stream).catch(() => null); // the client has gone in the middle of it
      if (content === null) {
        return;
      }
      running.mails.push(await simpleParser(content));
      running.recipients.push(...session.envelope.rcptTo.map(({ address }) => address));
      answer(running.plan.data, session.id, callback);
    },
  });
  const answer = (planned: Answer = 'accept', connection: string, respond: Respond) => {
    if (planned === 'accept') {
      respond();
    } else if (planned === 'cut') {
      for (const open of server.connections) {
        if (open.id === connection) open.close();
      }
    } else if (planned !== 'hang') {
      respond(refuse(planned.status));
    }
  };
  server.on('error', () => undefined); // a client that cut the connection, as tests do
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const user = login === undefined ? '' : `${encodeURIComponent(login.user)}:${login.password}@`;
  running.url = `smtp://${user}127.0.0.1:${port}`;
  running.close = () => new Promise((resolve) => server.close(() => resolve()));
  return running;
}

function refuse(status: number): Error {
  return Object.assign(new Error('as planned'), { responseCode: status });
}
