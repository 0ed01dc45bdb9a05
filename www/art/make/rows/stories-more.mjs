export const department = { prefix: 'ZZ', name: 'x', columns: 'a' }; export const rows = '';
