import { gradedSite } from './graded';

gradedSite({
  id: 'intercom',
  url: 'https://app.intercom.com/a/inbox/ab1/inbox/admin/11/conversation/9001',
  record: '9001',
  internal: [
    ['"reply-tab" aria-selected="true"', '"reply-tab" aria-selected="false"'],
    ['"note-tab" aria-selected="false"', '"note-tab" aria-selected="true"'],
    ['class="composer"', 'class="composer o__note"'],
  ],
});
