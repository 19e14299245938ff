import { expect, it } from 'vitest';
import { composeInvitation, type InvitationMail } from './send-invitation.ts';

const mail: InvitationMail = {
  to: 'minh@example.com',
  secret: 'a'.repeat(64),
  place: 'Lantern House',
  role: 'housekeeper',
  invitedBy: 'Hoa Lê',
  replyTo: 'hoa@example.com',
  lastDay: '2026-12-04',
};

it('invites in both languages, with the link in its two forms', () => {
  const { subject, text, html } = composeInvitation(mail, 'https://desk.example.com');
  expect(subject).toBe('You are invited to work at Lantern House · Lời mời làm việc tại Lantern House');
  expect(text).toContain(
    'Hoa Lê invites you to work at Lantern House as housekeeper. The link works once, until Friday, December 4, 2026.',
  );
  expect(text).toContain('Hoa Lê mời bạn làm việc tại Lantern House với vai trò buồng phòng.');
  for (const form of [text, html]) expect(form).toContain(`https://desk.example.com/join#${mail.secret}`);
});

it('escapes what the inviter wrote', () => {
  const { html } = composeInvitation(
    { ...mail, invitedBy: '<b>', place: '<img src=x>' },
    'https://desk.example.com',
  );
  expect(html).not.toMatch(/<b>|<img/);
});
