import { gradedSite } from './graded';

gradedSite({
  id: 'help-scout',
  url: 'https://secure.helpscout.net/conversation/2201/99',
  record: '2201',
  internal: [
    ['data-editor-mode="reply"', 'data-editor-mode="note"'],
    ['>Send Reply<', '>Add Note<'],
  ],
});
