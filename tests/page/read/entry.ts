export { compactText } from '../../../core/compact';
export { fingerprint } from '../../../core/fingerprint';
export { isMoving } from '../../../page/read/memory';
export { observe } from '../../../page/read/observe';
export { Sight } from '../../../page/read/visible-text';
