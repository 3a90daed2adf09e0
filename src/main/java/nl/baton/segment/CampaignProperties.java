package nl.baton.segment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a customer is written to for campaigns, unless a marketer says otherwise.
 *
 * @param campaignCap who had so many campaign contacts is left alone
 * @param campaignCapDays in so many days
 */
@Validated
@ConfigurationProperties("baton.segment")
record CampaignProperties(
        @DefaultValue("3") @Min(1) @Max(CampaignRules.HIGHEST_CAP)
        int campaignCap,

        @DefaultValue("30") @Min(1) @Max(Trait.MOST_DAYS) int campaignCapDays) {}
