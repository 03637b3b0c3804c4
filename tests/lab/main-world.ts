import { installPageWorld } from '../../page/world/install';

installPageWorld();
