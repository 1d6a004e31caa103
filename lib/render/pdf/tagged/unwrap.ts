/** The class that a compiled module holds: Node hands out the module's exports, a bundler the class itself. */
export function unwrap<T extends object>(module: { default: T }): T {
  return 'default' in module ? module.default : (module as T);
}
