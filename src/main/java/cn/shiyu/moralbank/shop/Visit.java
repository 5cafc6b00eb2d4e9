package cn.shiyu.moralbank.shop;

import java.util.UUID;

/**
 * What must be booked to have a service (上门、到店预约).
 *
 * @param service code of section {@code booking} of the tenant file
 * @param bookable whose rota has the times
 */
public record Visit(String service, UUID bookable) {

    /** Of bookings' subjects, and in {@code through} of the services they are for. */
    public static final String SUBJECT = "bank-order";
}
