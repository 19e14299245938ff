/** A mail to one person. */
export type Mail = {
  /** The same for each try of a job, so that a server or reader that gets it twice sees one. */
  jobId: string;
  to: string;
  /** Whose name the reader sees: that of the place. */
  fromName: string;
  /** Where an answer of the reader goes. */
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  /** The language of the mail. */
  locale: string;
};
