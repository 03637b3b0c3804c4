export class Projection {
  add(entry: object): void;
  text(): string;
}
