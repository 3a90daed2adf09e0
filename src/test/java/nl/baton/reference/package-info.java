/** Public logs with known results: what others published or computed, Baton must find to the last digit. */
package nl.baton.reference;
