import { gradedSite } from './graded';

gradedSite({
  id: 'chatwoot',
  url: 'https://chat.example/app/accounts/1/conversations/61',
  record: '61',
  internal: [
    ['class="reply-box"', 'class="reply-box is-private"'],
    ['data-mode="reply" class="is-active"', 'data-mode="reply"'],
    ['data-mode="note"', 'data-mode="note" class="is-active"'],
  ],
});
