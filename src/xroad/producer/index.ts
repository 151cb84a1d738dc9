export { ARRIVAL_MS } from './arrival.ts';
export { PRODUCER_FAULTS, type ProducerFaultCode, producerFault } from './faults.ts';
export { REST_PROBLEMS, type RestProblemCode } from './problem.ts';
export { type Answered, contractService, type Produced, type ProducedService } from './produced-service.ts';
export { type ProducerRequest, type ReceivedRequest, readRequest, readRequestFrom, writeResponse } from './request.ts';
export { type ProducerOutcome, type XRoadProducerOptions, xroadProducer } from './xroad-producer.ts';
export { type XRoadRestProducerOptions, xroadRestProducer } from './xroad-rest-producer.ts';
