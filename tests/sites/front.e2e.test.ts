import { gradedSite } from './graded';

gradedSite({
  id: 'front',
  url: 'https://app.frontapp.com/open/cnv_7ab1',
  record: 'cnv_7ab1',
  internal: [
    ['data-composer="message"', 'data-composer="comment"'],
    ['>Send<', '>Comment<'],
  ],
});
