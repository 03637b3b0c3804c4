import { gradedSite } from './graded';

gradedSite({
  id: 'gorgias',
  url: 'https://acme.gorgias.com/app/ticket/318',
  record: '318',
  internal: [
    [
      'data-testid="reply-area" data-channel="email"',
      'data-testid="reply-area" data-channel="internal-note"',
    ],
    ['>Email<', '>Internal note<'],
  ],
});
