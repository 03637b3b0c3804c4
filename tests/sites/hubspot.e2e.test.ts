import { gradedSite } from './graded';

gradedSite({
  id: 'hubspot',
  url: 'https://app.hubspot.com/help-desk/123/view/all/ticket/77#email',
  record: '77',
  internal: [
    ['data-composer-type="email"', 'data-composer-type="comment"'],
    ['"composer-tab-email" aria-selected="true"', '"composer-tab-email" aria-selected="false"'],
    ['"composer-tab-comment" aria-selected="false"', '"composer-tab-comment" aria-selected="true"'],
  ],
  internalUrl: 'https://app.hubspot.com/help-desk/123/view/all/ticket/77#comment',
});
