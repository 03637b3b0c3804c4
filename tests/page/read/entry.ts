export { compactText } from '../../../core/compact';
export { fingerprint } from '../../../core/fingerprint';
export { isMoving, standsHalfOpen } from '../../../page/read/motion';
export { observe } from '../../../page/read/observe';
export { Sight } from '../../../page/read/visible-text';
