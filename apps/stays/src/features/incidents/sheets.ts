/** One script: the list opens when the report was sent, and two would bring much of it twice. */
export { IncidentsSheet } from './incidents-sheet';
export { ReportSheet } from './report-sheet';
