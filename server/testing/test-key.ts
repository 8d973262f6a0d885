/** What secrets are sealed with in tests, also by processes of their own. */
export const TEST_KEY = Buffer.alloc(32, 'test').toString('base64')
