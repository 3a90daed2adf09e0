/**
 * The index in which customers are found, and how what people type is read. It knows no database and no user: who may
 * find whom by what is told to it by {@link nl.baton.customer.CustomerSearch}, and what a customer is by the module.
 *
 * <p>Names are taken apart here rather than by an analyzer of the index, so that the same words serve to index, to ask and
 * to say why a customer was found, and a test needs no index. Everything in the index is then a word that is compared as
 * it is, by its beginning, or give or take a typing error. Only {@link nl.baton.customer.search.CustomerIndex} knows which
 * library does it; settings for a bigger index go through it as they are.
 */
@NullMarked
package nl.baton.customer.search;

import org.jspecify.annotations.NullMarked;
