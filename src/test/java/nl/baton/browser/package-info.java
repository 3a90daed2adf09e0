/** What a user sees and does, in a real browser against the whole running application. */
package nl.baton.browser;
