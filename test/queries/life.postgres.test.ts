import { openTestGateway } from '../gateway.ts';
import { lifeOfAQuery } from './life.ts';

lifeOfAQuery(() => openTestGateway());
