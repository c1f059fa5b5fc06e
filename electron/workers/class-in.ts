/** The class of a module of pdfmake: Node hands the module over, a bundle or a test what it exports. */
export function classIn<Class extends new (...given: never[]) => unknown>(
  module: Class | { readonly default: Class },
): Class {
  return 'default' in module ? module.default : module;
}
